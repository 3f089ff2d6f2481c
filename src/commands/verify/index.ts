import { defineCommand } from '../shared/command.ts';
import { definition } from './definition.ts';

export const verify = defineCommand(definition, () => import('./run.ts'));
