export declare const hasWine: boolean;
export declare const nodesFolder: string;
export declare function makeDisk(prefix: string): void;
export declare function wineEnvironment(prefix: string): Readonly<Record<string, string>>;
