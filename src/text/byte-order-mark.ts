/** Removes the mark that Windows PowerShell writes before UTF-8. It isn't part of the text (RFC 8259 section 8.1). */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\ufeff/, '');
