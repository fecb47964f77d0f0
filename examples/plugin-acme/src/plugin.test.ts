/** Everything that must be true of the plugin. */
import { describePlugin } from '@security-monkey/sdk/testing';
import plugin from './index.ts';

describePlugin(plugin, { folder: new URL('.', import.meta.url) });
