/** A syntax error: a noun, and what to do. */
export interface SyntaxFault {
  readonly what: string;
  readonly remedy: string;
}

export interface JsonFault extends SyntaxFault {
  /** The parser reports it at the beginning of the string that contains it. */
  readonly isInString?: true;
}

const missing = (what: string): SyntaxFault => ({ what: `a missing ${what}`, remedy: 'Add it.' });

/** Whatever the parser expects next, if nothing follows. */
export const earlyEnd: SyntaxFault = {
  what: 'an unexpected end of the document',
  remedy: 'Add what is missing, or copy the whole file again.',
};

/** Every error of jsonc-parser, by its name there. */
export const jsonFaults: Readonly<Record<string, JsonFault>> = {
  InvalidSymbol: {
    what: 'an unexpected character or word',
    remedy: 'Remove it, or put it in double quotation marks.',
  },
  InvalidNumberFormat: {
    what: 'an invalid number',
    remedy: 'Correct it, or put it in double quotation marks.',
  },
  PropertyNameExpected: missing('key'),
  ValueExpected: missing('value'),
  ColonExpected: missing('colon'),
  CommaExpected: missing('comma'),
  CloseBraceExpected: missing('}'),
  CloseBracketExpected: missing(']'),
  EndOfFileExpected: { what: 'extra text after the end', remedy: 'Remove it.' },
  InvalidCommentToken: { what: 'a comment', remedy: 'Remove it. JSON has no comments.' },
  UnexpectedEndOfComment: { what: 'a comment', remedy: 'Remove it. JSON has no comments.' },
  UnexpectedEndOfString: {
    what: 'a missing closing quotation mark',
    remedy: 'Add it. Write a line break in a text as \\n.',
    isInString: true,
  },
  UnexpectedEndOfNumber: {
    what: 'an incomplete number',
    remedy: 'Complete it, or put it in double quotation marks.',
  },
  InvalidUnicode: {
    what: 'an invalid \\u escape',
    remedy: 'Write four hexadecimal digits after \\u.',
    isInString: true,
  },
  InvalidEscapeCharacter: {
    what: 'an invalid escape',
    remedy: 'Write a backslash as \\\\.',
    isInString: true,
  },
  InvalidCharacter: {
    what: 'a control character',
    remedy: 'Remove it, or write a tab as \\t.',
    isInString: true,
  },
};
