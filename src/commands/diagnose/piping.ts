import type { CommandWords } from '../../message.ts';
import { type CommandValues, commandAgain } from '../shared/command-again.ts';
import { definition } from './definition.ts';

/** The command line that reads the paste from a file. */
export const piping = (options: CommandValues, input = 'error.txt'): CommandWords => ({
  ...commandAgain(definition, options),
  input,
});
