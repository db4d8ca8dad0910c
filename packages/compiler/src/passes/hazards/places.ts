/**
 * A place in a value, as a path: `` the value itself, `/[]` an element of a list or what a map has under some key,
 * `/name` what a record has in a field, and `/0` the first element of a list that is written out.
 */
const some = "[]";

export function atSome(place: string): string {
  return `/${some}${place}`;
}

/** No name of a field is `[]`, or has a slash, when it is written like this. */
export function atField(place: string, name: string): string {
  return `/${encodeURIComponent(name)}${place}`;
}

/** The same in a list where elements have other positions. */
export function somewhere(place: string): string {
  return atSomeOf(place).map(atSome)[0] ?? place;
}

/** Where in an element it is, if it is in any; a record may be read by any of its keys. */
export function atSomeOf(place: string): readonly string[] {
  const end = place.indexOf("/", 1);
  return place === "" ? [] : [end === -1 ? "" : place.slice(end)];
}

/** Where in the field it is; a map may have it under any key, a list at any position. */
export function atFieldOf(place: string, name: string): readonly string[] {
  return [atSome(""), atField("", name)].some((step) => place === step || place.startsWith(`${step}/`))
    ? atSomeOf(place)
    : [];
}
