const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

const measures = [
  { what: 'tarball', of: 'size', wanted: 'at most 400 kB' },
  { what: 'unpacked', of: 'unpackedSize', wanted: '' },
];

/** How large the package is. */
export function sizeRows({ ours, createVite }) {
  return measures.map(({ what, of, wanted }) => [
    what,
    `${kilobytes(ours.packed[of])}, ${ours.packed.entryCount} files`,
    `create-vite: ${kilobytes(createVite.packed[of])}, ${createVite.packed.entryCount} files`,
    (ours.packed[of] / createVite.packed[of]).toFixed(2),
    wanted,
  ]);
}
