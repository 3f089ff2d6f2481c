/** The version of the setup file that this program writes. It rejects newer ones. */
export const schemaVersion = 1;
