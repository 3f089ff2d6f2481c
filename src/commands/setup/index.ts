import { defineCommand } from '../shared/command.ts';
import { definition } from './definition.ts';

export const setup = defineCommand(definition, () => import('./run.ts'));
