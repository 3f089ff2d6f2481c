/** Names that Windows reserves for devices, in every folder and with any extension. */
const device = /^(?:aux|con|conin\$|conout\$|nul|prn|(?:com|lpt)[1-9¹²³]) *(?:\.|$)/i;

/**
 * Why Windows doesn't accept a file name, or creates a file that its own programs can't open or delete, since Node
 * bypasses their rules. A name with a colon would be a hidden stream of another file.
 */
export function windowsNameProblem(name: string): string | undefined {
  if (device.test(name)) return 'Windows reserves that name for a device';
  if (/[<>:"|?*\x00-\x1f]/.test(name)) return `Windows doesn't allow < > : " | ? * in a name`;
  if (/[. ]$/.test(name)) return "Windows doesn't allow a name that ends with a dot or a space";
  return name.length > 255 ? 'the name is too long' : undefined;
}
