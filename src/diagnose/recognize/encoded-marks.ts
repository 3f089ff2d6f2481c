/** Marks before a parameter and before its value, plain or encoded together with the whole URL, as sources of patterns. */
export const mark = '(?:[?&#]|%(?:25)*(?:3f|26|23))';
export const equals = '(?:=|%(?:25)*3d)';

/** Between the parameters of a query. */
export const everyMark = new RegExp(mark, 'i');
