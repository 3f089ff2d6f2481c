/** The body of a response in a HAR file. The text may precede its encoding, or follow it. */
const encoded = [
  /("text"\s{0,99}:\s{0,99})"([A-Za-z\d+/=]+)"(?=\s{0,99},\s{0,99}"encoding"\s{0,99}:\s{0,99}"base64")/g,
  /("encoding"\s{0,99}:\s{0,99}"base64"\s{0,99},\s{0,99}"text"\s{0,99}:\s{0,99})"([A-Za-z\d+/=]+)"/g,
];

/** A text in which the bodies that a HAR file has in base64 can be read, unless they are binary. */
export const withReadableBodies = (text: string): string =>
  encoded.reduce(
    (readable, body) =>
      readable.replace(body, (whole, before: string, base64: string) => {
        const decoded = Buffer.from(base64, 'base64').toString();
        return decoded.includes('\ufffd') ? whole : before + JSON.stringify(decoded);
      }),
    text,
  );
