/** Windows PowerShell writes a mark at the beginning of UTF-8, which is no part of the text (RFC 8259 section 8.1). */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\ufeff/, '');
