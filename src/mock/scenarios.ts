/** How the mock answers a request; a scenario stands between the page and the backend. */
export type Answer = (request: Request) => Promise<Response>;
export type Scenario = (answer: Answer) => Answer;

export const scenarioNames = [
  'api-down',
  'slow',
  'empty',
  'thousand-orders',
  'exception',
  'wrong-json',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

const SLOW_MS = 2_000;

/** Scenarios that change the way of an answer; the others change what the shop holds. */
export const ways: Partial<Record<ScenarioName, Scenario>> = {
  'api-down': () => async () => new Response('upstream is not there', { status: 502 }),
  slow: (answer) => async (request) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    return answer(request);
  },
  'wrong-json': (answer) => async (request) => {
    const { status, body } = await answer(request);
    // An empty answer has no JSON to be wrong.
    if (!body) return new Response(null, { status });
    return Response.json({ surprise: [null, 42, 'not what was agreed'] }, { status });
  },
};
