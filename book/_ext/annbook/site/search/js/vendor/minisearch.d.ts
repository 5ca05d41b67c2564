export type Result = {
  id: number;
  score: number;
  /** The document's terms that matched, each with the fields that hold it. */
  match: Record<string, string[]>;
};

export type Query =
  | string
  | {
      queries: Query[];
      combineWith?: string; // "AND", "OR"
      prefix?: boolean;
      fuzzy?: number;
      boostTerm?: () => number;
    };

export default class MiniSearch<Document> {
  constructor(options: {
    fields: string[];
    extractField: (document: any, field: string) => any;
    tokenize: (text: string) => string[];
    processTerm: (term: string) => string | string[];
    searchOptions: {
      boost: Record<string, number>;
      weights: { prefix: number; fuzzy: number };
      processTerm: (term: string) => string;
      tokenize: (text: string) => string[];
    };
  });
  addAll(documents: Document[]): void;
  search(query: Query): Result[];
}
