/** The version of the setup file that this program writes; a newer one is refused. */
export const schemaVersion = 1;
