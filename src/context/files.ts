export interface WriteOptions {
  /** Overwrite an existing file. */
  readonly force: boolean;
  /**
   * Is called with the content that would be replaced, or the beginning of it where it is larger than any file of
   * ours; throws to leave it alone.
   */
  readonly guard?: (existing: Buffer) => void;
}

/** What could not be done for a file that was written all the same. */
export interface Written {
  /** The file system has no modes, so how it is mounted decides who can read the file. */
  readonly withoutModes?: boolean;
  /** Whose file it was before, where the system did not permit keeping that. */
  readonly lostOwner?: string;
  /** A temporary file with the same content that could not be removed. */
  readonly leftBehind?: string;
}

/** Files, by the path that the user typed. */
export interface Files {
  /** @throws Failure (file) when it cannot be read, (content) when it has more than `limit` bytes. */
  read(path: string, limit: number): Promise<Buffer>;
  /** Ends early what `write` would refuse. @throws Failure (file) */
  check(path: string, options: WriteOptions): void;
  exists(path: string): boolean;
  /** Whether another program has written the file since this one was started. */
  isWrittenSinceStart(path: string): boolean;
  /**
   * Writes atomically with mode 0600, where files have modes; the owner of a replaced file is kept. Of several writers
   * at once one succeeds. @throws Failure (file); then the old content is untouched.
   */
  write(path: string, content: string, options: WriteOptions): Written;
  /** Appends lines to a file, after the last one; the file is created where there is none. @throws Failure (file) */
  append(path: string, content: string): void;
  /** Whether Git would take the file into a commit; false where that cannot be known. */
  isExposedToGit(path: string): Promise<boolean>;
  /** Whether other users can read the file; undefined where permissions do not say so (Windows). */
  isReadableByOthers(path: string): boolean | undefined;
  /** The name of the file's owner where that is another user; undefined where it is not, or cannot be known. */
  otherOwner(path: string): string | undefined;
}
