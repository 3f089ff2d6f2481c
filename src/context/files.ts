export interface WriteOptions {
  /** Overwrite an existing file. */
  readonly force: boolean;
  /**
   * Called with the content that would be overwritten, or with its beginning if it is larger than any file of ours.
   * Throws to prevent that.
   */
  readonly guard?: (existing: Buffer) => void;
}

/** What failed for a file that was written nevertheless. */
export interface Written {
  /** The file system has no modes; its mount options determine who can read the file. */
  readonly withoutModes?: boolean;
  /** The previous owner, if the system didn't permit keeping it. */
  readonly lostOwner?: string;
  /** The overwritten file has other names, hard links, which keep the old content. */
  readonly hasOtherNames?: boolean;
  /** A temporary file with the same content that couldn't be removed. */
  readonly leftBehind?: string;
}

/** Files, by the path that the user gave. */
export interface Files {
  /** @throws Failure (file) if it can't be read, (content) if it has more than `limit` bytes */
  read(path: string, limit: number): Promise<Buffer>;
  /** Rejects in advance what `write` would reject. @throws Failure (file) */
  check(path: string, options: WriteOptions): Promise<void>;
  exists(path: string): boolean;
  /** Whether both lead to one regular file, which needn't exist yet, whatever they are called; `-` is the file that standard input reads. */
  isSame(path: string, other: string): boolean;
  /** Whether another program has written the file since this one started. */
  isWrittenSinceStart(path: string): boolean;
  /**
   * Writes atomically with mode 0600, if the file system has modes, keeping the owner of an overwritten file. Of several
   * concurrent writers, one succeeds. @throws Failure (file), with the old content untouched
   */
  write(path: string, content: string, options: WriteOptions): Promise<Written>;
  /** Appends lines to a file, or creates it. Returns what removes them again. @throws Failure (file) */
  append(path: string, content: string): Promise<() => void>;
  /** Whether Git would add the file to a commit; false if that is unknown. */
  isExposedToGit(path: string): Promise<boolean>;
  /** Whether other users can read the file; undefined if permissions don't show it (Windows). */
  isReadableByOthers(path: string): boolean | undefined;
  /** The name of the file's owner if that is another user; undefined if it isn't, or is unknown. */
  otherOwner(path: string): string | undefined;
}
