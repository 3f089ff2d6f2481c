const cutMark = /(?:[,;]\s*)?(?:\u2026|\.{3})$/;

/** Whether a value ends with what programs write in place of its rest. */
export const isShortened = (value: string): boolean => cutMark.test(value);

/** A value without that mark. */
export const withoutCutMark = (value: string): string => value.replace(cutMark, '').trimEnd();
