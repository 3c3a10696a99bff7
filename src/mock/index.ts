export { customers as sampleCustomers, sampleRows } from '../backend/platforms/sample/index.ts';
export { presets, type PresetName } from '../domain/policy/presets/presets.ts';
export type { Seed } from './contents.ts';
export type { Mailbox } from './mailbox.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export type { ShopsReply } from './replies.ts';
export { scenarioNames, type Answer, type Scenario, type ScenarioName } from './scenarios.ts';
export { startMock, type RunningMock, type StartOptions } from './start.ts';
