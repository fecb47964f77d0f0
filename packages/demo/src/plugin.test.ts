/** The demo as a plugin beside those of the providers. */
import aws from '@security-monkey/aws';
import gcp from '@security-monkey/gcp';
import { describePlugin } from '@security-monkey/sdk/testing';
import { createDemo } from './create-demo.ts';

describePlugin(createDemo({ seed: 'test' }), { with: [aws, gcp] });
