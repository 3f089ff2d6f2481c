/** The items of a list, separated by commas or white space. */
export const listItems = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
