/* What the practice finds in the page beside its own files. */

declare const FSRS: typeof import("ts-fsrs");

interface Window {
  practiceIndex?: PackedIndex;
  practiceNotes?: Record<string, Record<string, Fragments>>;
}
