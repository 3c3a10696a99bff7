import { z } from 'zod';
import { Config } from './schema.ts';

/** The little of JSON Schema that is read here. */
export interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  /** One of these shapes. */
  oneOf?: JsonSchema[];
}

export const SCHEMA_FILE = 'front-desk.config.schema.json';

/** What editors check `front-desk.config.json` with; `init` writes it beside the file. */
export function configJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(Config, { io: 'input', reused: 'inline', target: 'draft-7' });
  return { ...schema, title: 'Front Desk server configuration' } as JsonSchema;
}
