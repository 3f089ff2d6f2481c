import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The source maps of the files beside it, by file name. One file, since npm takes longer to install many. */
const mapsFile = 'source-maps.json';

/** From now on, stack traces refer to the sources instead of the files in the package. */
export function traceSources(): void {
  const maps = readMaps(import.meta.dirname);
  Error.prepareStackTrace = (error, sites) =>
    [String(error), ...sites.map((site) => `    at ${atSource(site, maps)}`)].join('\n');
}

type Maps = ReadonlyMap<string, SourceMap>;

/** The maps of a folder by the paths of its files. */
function readMaps(folder: string): Maps {
  const maps: Record<string, SourceMapPayload> = JSON.parse(readFileSync(join(folder, mapsFile), 'utf8'));
  return new Map(Object.entries(maps).map(([name, map]) => [join(folder, name), new SourceMap(map)]));
}

/** A place in the code as V8 writes it, with the line of the source. Code of packages is in no map and remains as it is. */
function atSource(site: NodeJS.CallSite, maps: Maps): string {
  const [file, line, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  if (!file || !line || !column) return String(site);
  const entry = maps.get(file)?.findEntry(line - 1, column - 1);
  if (entry === undefined || !('originalSource' in entry)) return String(site);
  const source = resolve(dirname(file), entry.originalSource);
  const place = `${source}:${entry.originalLine + 1}`;
  return String(site).replace(`${file}:${line}:${column}`, () => place);
}
