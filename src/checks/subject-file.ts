import type { Context } from '../context/context.ts';
import { isStandardInput } from '../terminal/standard-stream.ts';
import type { SubjectFile } from './subject.ts';

/** Where a setup file is and who can read it. Standard input also has permissions, but they can't be changed. */
export function accessTo(
  path: string,
  { files }: Pick<Context, 'files'>,
): Pick<SubjectFile, 'path' | 'readableByOthers' | 'otherOwner'> {
  if (isStandardInput(path)) return {};
  return { path, readableByOthers: files.isReadableByOthers(path), otherOwner: files.otherOwner(path) };
}
