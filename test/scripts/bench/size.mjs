import { below, noGoal } from './goals.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

const measures = [
  { what: 'tarball', of: 'size', goalFor: (bytes) => below(400, bytes / 1000, 'kB') },
  { what: 'unpacked', of: 'unpackedSize', goalFor: () => noGoal },
];

/** How large the package is. */
export function sizeRows({ ours, createVite }) {
  return measures.map(({ what, of, goalFor }) => [
    what,
    `${kilobytes(ours.packed[of])}, ${ours.packed.entryCount} files`,
    `create-vite: ${kilobytes(createVite.packed[of])}, ${createVite.packed.entryCount} files`,
    (ours.packed[of] / createVite.packed[of]).toFixed(2),
    ...goalFor(ours.packed[of]),
  ]);
}
