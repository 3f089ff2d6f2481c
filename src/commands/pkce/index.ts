import { defineCommand } from '../shared/command.ts';
import { definition } from './definition.ts';

export const pkce = defineCommand(definition, () => import('./run.ts'));
