import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { lookup } from '../text/lookup.ts';

/** The source maps of all files in a folder, by file name. One file, since npm takes longer to install many. */
const mapsFile = 'source-maps.json';

/** From now on, stack traces refer to the sources instead of the files in the package. */
export function traceSources(): void {
  Error.prepareStackTrace = (error, sites) =>
    [String(error), ...sites.map((site) => `    at ${atSource(site)}`)].join('\n');
}

/** A place in the code as V8 writes it. Code of packages is in no map and remains as it is. */
function atSource(site: NodeJS.CallSite): string {
  const [file, line, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  if (!file || !line || !column) return String(site);
  const entry = mapOf(file)?.findEntry(line - 1, column - 1);
  if (entry === undefined || !('originalSource' in entry)) return String(site);
  const source = resolve(dirname(file), entry.originalSource);
  const place = `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  return String(site).replace(`${file}:${line}:${column}`, () => place);
}

const known = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!known.has(file)) known.set(file, readMap(file));
  return known.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    const maps: Record<string, SourceMapPayload> = JSON.parse(
      readFileSync(join(dirname(file), mapsFile), 'utf8'),
    );
    const map = lookup(maps, basename(file));
    return map && new SourceMap(map);
  } catch {
    return undefined;
  }
}
