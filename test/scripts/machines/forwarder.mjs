import { writeFileSync } from 'node:fs';

/** The only section of the library, `.edata`: its position in the file and in memory. */
const section = { raw: 0x200, address: 0x1000, size: 0x200 };

/** Positions in the section. */
const at = { functions: 0x28, names: 0x2c, ordinals: 0x30, libraryName: 0x40, name: 0x70, target: 0xa0 };

/** Headers of a library for x64 (PE32+): offset, bytes, value. */
const headers = [
  [0x3c, 4, 0x40],
  // The machine, one section, the size of the optional header, a library.
  [0x44, 2, 0x8664],
  [0x46, 2, 1],
  [0x54, 2, 240],
  [0x56, 2, 0x2022],
  // The optional header: its kind, the base, alignments, versions, sizes, the subsystem, flags, stack and heap.
  [0x58, 2, 0x20b],
  [0x70, 6, 0x180000000],
  [0x78, 4, 0x1000],
  [0x7c, 4, 0x200],
  [0x80, 2, 6],
  [0x88, 2, 6],
  [0x90, 4, 0x2000],
  [0x94, 4, 0x200],
  [0x9c, 2, 3],
  [0x9e, 2, 0x160],
  [0xa0, 4, 0x100000],
  [0xa8, 4, 0x1000],
  [0xb0, 4, 0x100000],
  [0xb8, 4, 0x1000],
  // The first of sixteen directories is the export table.
  [0xc4, 4, 16],
  [0xc8, 4, section.address],
  [0xcc, 4, section.size],
  // The section: sizes, positions, and flags for readable data.
  [0x150, 4, section.size],
  [0x154, 4, section.address],
  [0x158, 4, section.size],
  [0x15c, 4, section.raw],
  [0x16c, 4, 0x40000040],
];

/** The export table: one named function. Its address is inside the table, which makes it a forward. */
const exportTable = [
  [12, section.address + at.libraryName],
  [16, 1],
  [20, 1],
  [24, 1],
  [28, section.address + at.functions],
  [32, section.address + at.names],
  [36, section.address + at.ordinals],
  [at.functions, section.address + at.target],
  [at.names, section.address + at.name],
];

/** Writes a Windows library that forwards one function to `target`, in the form `library.function`. */
export function writeForwarder(path, name, target) {
  const image = Buffer.alloc(section.raw + section.size);
  const texts = [
    [0, 'MZ'],
    [0x40, 'PE\0\0'],
    [0x148, '.edata'],
    [section.raw + at.libraryName, path.split('/').at(-1)],
    [section.raw + at.name, name],
    [section.raw + at.target, target],
  ];
  for (const [offset, text] of texts) image.write(text, offset, 'latin1');
  for (const [offset, bytes, value] of headers) image.writeUIntLE(value, offset, bytes);
  for (const [offset, value] of exportTable) image.writeUInt32LE(value, section.raw + offset);
  writeFileSync(path, image);
}
