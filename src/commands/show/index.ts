import { defineCommand } from '../shared/command.ts';
import { definition } from './definition.ts';

export const show = defineCommand(definition, () => import('./run.ts'));
