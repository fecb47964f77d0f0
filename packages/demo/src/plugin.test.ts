/** The demo as a plugin beside that of AWS. */
import aws from '@security-monkey/aws';
import { describePlugin } from '@security-monkey/sdk/testing';
import { createDemo } from './create-demo.ts';

describePlugin(createDemo({ seed: 'test' }), { with: [aws] });
