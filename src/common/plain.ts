/** The fields of a class that is there to be documented, made without its constructor. */
export type Plain<T> = { [Field in keyof T]: T[Field] };
