/** All tests run on the oldest supported Node and on the newest of each later line. */
const nodes = [
  { node: '20.18.1', what: 'the lowest Node 20', suite: true },
  { node: '20', what: 'the newest Node 20' },
  { node: '22.13.0', what: 'the lowest Node 22' },
  { node: '22', what: 'the newest Node 22', suite: true },
  { node: '23.5.0', what: 'the lowest Node after that' },
  { node: '24', what: 'the newest Node 24', suite: true },
  { node: '26', what: 'the newest Node 26', suite: true },
];

export const nodeMachines = nodes.map((each) => ({ ...each, name: `node@${each.node}` }));
