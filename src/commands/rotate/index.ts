import { defineCommand } from '../shared/command.ts';
import { definition } from './definition.ts';

export const rotate = defineCommand(definition, () => import('./run.ts'));
