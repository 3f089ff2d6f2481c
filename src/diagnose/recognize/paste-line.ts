/** A line of a paste, and where it is. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The length of the whole line if this is the end of it, without trailing blanks; otherwise 0. */
  readonly reach: number;
}
