import { defineCommand } from '../shared/command.ts';
import { definition } from './definition.ts';

export const diagnose = defineCommand(definition, () => import('./run.ts'));
