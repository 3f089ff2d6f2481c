/** The part of JSON Schema (draft 2020-12) that describes a setup file. */
export type Schema = TextSchema | NumberSchema | ListSchema | ObjectSchema;

interface TextSchema {
  readonly type: 'string' | readonly ['string', 'null'];
  readonly maxLength: number;
}

interface NumberSchema {
  readonly type: 'number';
  readonly const: number;
}

interface ListSchema {
  readonly type: 'array';
  readonly items: Schema;
  readonly maxItems: number;
}

export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
  readonly patternProperties: Readonly<Record<string, object>>;
}

/** The type of the values that a schema accepts, without extension keys. */
export type ValueOf<S> = S extends { readonly const: infer Constant }
  ? Constant
  : S extends { readonly type: 'string' }
    ? string
    : S extends TextSchema
      ? string | null
      : S extends { readonly items: infer Items }
        ? ValueOf<Items>[]
        : S extends { readonly properties: infer Properties; readonly required: readonly (infer Required)[] }
          ? ObjectOf<Properties, Required>
          : never;

type ObjectOf<Properties, Required> = {
  -readonly [Key in keyof Properties as Key extends Required ? Key : never]: ValueOf<Properties[Key]>;
} & {
  -readonly [Key in keyof Properties as Key extends Required ? never : Key]?:
    | ValueOf<Properties[Key]>
    | undefined;
};
