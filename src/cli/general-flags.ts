/** How help is requested, of any command. */
export const helpFlags = { short: '-h', long: '--help' } as const;

/** How the version is requested, of any command. */
export const versionFlags = { short: '-V', long: '--version' } as const;

/** How help is requested without an option. */
export const helpCommand = 'help';
