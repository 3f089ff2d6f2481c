/** Names that Windows keeps for devices in every folder, whatever extension they have. */
const device = /^(?:aux|con|conin\$|conout\$|nul|prn|(?:com|lpt)[1-9¹²³]) *(?:\.|$)/i;

/**
 * Why Windows takes no file of this name, or takes one that its own programs can then neither open nor delete: Node
 * goes around their rules. Behind a colon it would be a stream of another file, which no folder shows.
 */
export function windowsNameProblem(name: string): string | undefined {
  if (device.test(name)) return 'Windows keeps that name for a device';
  if (/[<>:"|?*\x00-\x1f]/.test(name)) return 'Windows allows none of < > : " | ? * in a name';
  if (/[. ]$/.test(name)) return 'on Windows no name ends in a dot or a space';
  return name.length > 255 ? 'the name is too long' : undefined;
}
