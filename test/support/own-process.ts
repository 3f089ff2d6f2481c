/** Makes a test fail that would signal its whole process group, which contains the test runner. */
const { kill } = process;
process.kill = (pid, signal) => {
  if (pid === 0) throw new Error(`A test sent ${signal} to its process group.`);
  return kill.call(process, pid, signal);
};
