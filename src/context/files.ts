export interface WriteOptions {
  /** Overwrite an existing file. */
  readonly force: boolean;
  /** Is called with the content that would be replaced; throws to leave it alone. */
  readonly guard?: (existing: string) => void;
}

/** Files, by the path that the user typed. */
export interface Files {
  /** @throws Failure (file) when it cannot be read, (content) when it has more than `limit` bytes. */
  read(path: string, limit: number): Promise<Buffer>;
  /** Ends early what `write` would refuse. @throws Failure (file) */
  check(path: string, options: WriteOptions): void;
  exists(path: string): boolean;
  /** Writes atomically with mode 0600, where files have modes. @throws Failure (file); then the old content is untouched. */
  write(path: string, content: string, options: WriteOptions): void;
  /** Appends to a file, which is created where there is none. @throws Failure (file) */
  append(path: string, content: string): void;
  /** Whether Git would take the file into a commit; false where that cannot be known. */
  isExposedToGit(path: string): Promise<boolean>;
  /** Whether other users can read the file; undefined where permissions do not say so (Windows). */
  isReadableByOthers(path: string): boolean | undefined;
}
