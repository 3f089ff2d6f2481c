/** The version of the setup file that this program writes. It refuses newer ones. */
export const schemaVersion = 1;
