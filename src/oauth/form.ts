import { withoutByteOrderMark } from '../text/byte-order-mark.ts';

/** The fields of a form-encoded body, or undefined if the body is anything else. */
export function parseForm(body: string): URLSearchParams | undefined {
  const form = withoutByteOrderMark(body).trim();
  return /^[\w.-]{1,100}=[^\s<>{}"]*$/.test(form) ? new URLSearchParams(form) : undefined;
}
