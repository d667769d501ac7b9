/* Search in the site's own index. jianbao/site/search_index.py makes its files and says what is in them.

   A query is cut at spaces; a briefing must have every term, as a substring of its folded text (臺 = 台 = 台, 國 = 国,
   Ａ = a). Steps: expand (names find their other forms) → candidates (from the grams) → look (in the texts) → rank →
   show. Texts are untrusted: nothing is put on the page but by textContent. */
"use strict"
{
  const FOLDER = "assets/search/"
  const PAGES_AT_ONCE = 60 // briefings looked into before the reader is asked whether to go on
  const FORMS_AT_MOST = 12 // of one term
  const PLACES_SHOWN = 3 // of one briefing; the others are folded
  const FACETS = ["topic", "kind", "source", "year"]
  const PAUSE = 120 // milliseconds without a key before the index is asked
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

  const locale = document.documentElement.lang.toLowerCase()
  const load = name => jianbao.load(FOLDER + locale + "/" + name)
  let index, plain, names // filled by start()

  // ---- the index -------------------------------------------------------------------------------------------------

  const fold = text => Array.from(text, char => plain.get(char) ?? char).join("")

  function decode(coded) {
    const numbers = []
    let value = 0, before = -1
    for (const digit of coded) {
      const n = DIGITS.indexOf(digit)
      value = value * 32 + (n % 32)
      if (n >= 32) continue
      numbers.push((before += value + 1))
      value = 0
    }
    return numbers
  }

  /* A gram's number: what search_grams.py computes, to the bit. */
  function numberOf(gram) {
    const [first, second] = Array.from(gram, char => char.codePointAt(0))
    let value = (Math.imul(first, 0x9e3779b1) + (second ?? 0)) | 0
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
    return (value ^ (value >>> 16)) >>> 0
  }

  /* Numbers of the briefings that may have a folded term: those that have all its grams. A short term has few, and
     others share their buckets, so its single characters are asked for as well. */
  async function candidates(term) {
    const chars = Array.from(term)
    const grams = chars.slice(1).map((char, i) => chars[i] + char)
    if (chars.length < 3) grams.push(...chars)
    const lists = await Promise.all(grams.map(async gram => {
      const bucket = numberOf(gram) >>> (32 - index.bucketBits)
      const inFile = index.bucketBits - index.fileBits
      const groups = await load("grams-" + (bucket >>> inFile))
      return groups.flatMap((coded, i) => decode(coded.split(" ")[bucket % 2 ** inFile]).map(n => index.groups[i] + n))
    }))
    return lists.reduce((all, list) => { const set = new Set(list); return all.filter(n => set.has(n)) })
  }

  /* ["p1", text, text]: the blocks p1 and p2. */
  function unroll([first, ...texts]) {
    const [, letter, number] = first.match(/^(.*?)(\d*)$/)
    return texts.map((text, i) => ({ id: i ? letter + (Number(number) + i) : first, text, folded: fold(text) }))
  }

  /* A briefing by number (the oldest has 0), its paragraphs folded once. */
  async function briefing(number) {
    const [first, name] = index.texts.findLast(([first]) => first <= number)
    const row = (await load("texts-" + name))[number - first]
    if (!row.ready) {
      const [slug, made, date, kind, source, topics, runs] = row
      const blocks = runs.flatMap(unroll)
      row.ready = {
        number, slug, date, title: blocks.find(({ id }) => id === "t0")?.text ?? made, url: jianbao.root + index.folder + `briefings/${slug}.html`,
        facets: { topic: topics, kind: [kind], source: [source || index.words.unstated], year: [date.slice(0, 4) || index.words.unstated] },
        blocks,
      }
    }
    return row.ready
  }

  // ---- the query -------------------------------------------------------------------------------------------------

  /* A term's forms, as shown by as folded: itself first, then with a name in it put in the name's other forms. */
  function expand(term) {
    const asked = fold(term)
    const forms = new Map([[asked, term]])
    const inside = names.filter(({ form }) => asked.includes(form))
    const longest = Math.max(...inside.map(({ form }) => form.length))
    for (const { form, others } of inside.filter(({ form }) => form.length === longest))
      for (const other of others) {
        const at = asked.indexOf(form)
        const changed = term.slice(0, at) + other + term.slice(at + form.length)
        if (forms.size < FORMS_AT_MOST && !forms.has(fold(changed))) forms.set(fold(changed), changed)
      }
    return forms
  }

  /* What a briefing has of the terms: places in reading order, or null if a term is missing. */
  function look(page, terms) {
    const places = []
    let exact = true
    for (const forms of terms) {
      const before = places.length
      const [asked] = forms.keys()
      for (const form of forms.keys()) for (const block of page.blocks)
        for (let at = block.folded.indexOf(form); at >= 0; at = block.folded.indexOf(form, at + form.length))
          places.push({ block, start: at, end: at + form.length, exact: form === asked })
      if (places.length === before) return null
      exact &&= places.slice(before).some(place => place.exact)
    }
    const order = new Map(page.blocks.map((block, i) => [block, i]))
    places.sort((a, b) => order.get(a.block) - order.get(b.block) || a.start - b.start || b.end - a.end)
    return { page, exact, inTitle: places.some(({ block }) => block.id === "t0"), places: withoutOverlap(places) }
  }

  function withoutOverlap(places) {
    const kept = []
    for (const place of places) {
      const last = kept.at(-1)
      if (!last || last.block !== place.block || place.start >= last.end) kept.push(place)
    }
    return kept
  }

  /* { terms, hits, rest }: hits ranked by the words as asked, title, number of places, date; rest is not looked into. */
  async function search(query, limit = PAGES_AT_ONCE) {
    await start()
    const terms = query.split(/\s+/).filter(Boolean).map(expand)
    if (!terms.length) return { terms, hits: [], rest: 0 }
    const sets = await Promise.all(terms.map(async forms => new Set((await Promise.all(Array.from(forms.keys(), candidates))).flat())))
    const numbers = [...sets[0]].filter(n => sets.every(set => set.has(n))).sort((a, b) => b - a)
    const pages = await Promise.all(numbers.slice(0, limit).map(briefing))
    const hits = pages.map(page => look(page, terms)).filter(Boolean)
    hits.sort((a, b) => b.exact - a.exact || b.inTitle - a.inTitle || b.places.length - a.places.length || b.page.number - a.page.number)
    return { terms, hits, rest: Math.max(numbers.length - limit, 0) }
  }

  let started
  const start = () => (started ??= Promise.all([jianbao.load(FOLDER + "fold"), load("index")]).then(([coded, data]) => {
    plain = new Map(coded.split(" ").flatMap(([to, ...chars]) => chars.map(char => [char, to])))
    index = data
    names = data.names.flatMap(([, ...forms]) => forms.map(form => ({ form: fold(form), others: forms })))
  }))

  // ---- the page --------------------------------------------------------------------------------------------------

  /* element("a", {href}, child, …): children are elements or texts. */
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) if (value != null) made.setAttribute(name, value)
    made.append(...children.filter(child => child != null))
    return made
  }

  const say = (word, values = {}) => index.words[word].replace(/\{(\w)\}/g, (_, key) => values[key])

  /* A stretch of text with the places in it marked. */
  function marked(text, places, from = 0, to = text.length) {
    const parts = []
    for (const { start, end } of places) {
      parts.push(text.slice(from, start), element("mark", {}, text.slice(start, end)))
      from = end
    }
    return [...parts, text.slice(from, to)]
  }

  /* Where the sentence lies that has a place: from the end of the one before to its own. */
  function sentence(text, place) {
    let from = 0
    for (const end of text.matchAll(/[。！？!?；;][」』”’）)]*/g)) {
      const after = end.index + end[0].length
      if (after >= place.end) return [from, after]
      if (after <= place.start) from = after
    }
    return [from, text.length]
  }

  /* The places of a briefing as list items: one a sentence, its hits marked, with a link to its paragraph. */
  function passages({ page, places }) {
    const items = []
    const body = places.filter(({ block }) => block.id !== "t0")
    while (body.length) {
      const { block } = body[0]
      let [from, to] = sentence(block.text, body[0])
      const after = body.findIndex(place => place.block !== block || place.end > to)
      const group = body.splice(0, after > 0 ? after : after < 0 ? body.length : 1)
      const cut = [group[0].start - from > 60, to - group.at(-1).end > 90]
      if (cut[0]) from = group[0].start - 40
      if (cut[1]) to = group.at(-1).end + 70
      items.push(element("li", {},
        element("a", { href: `${page.url}#${block.id}`, class: "search-place" }, "¶" + block.id.replace(/^p/, "")),
        element("span", {}, cut[0] ? "……" : "", ...marked(block.text, group, from, to), cut[1] ? "……" : "")))
    }
    return items
  }

  function result(hit) {
    const { page, places } = hit
    const { topic, source } = page.facets
    const facts = [page.date, ...source, ...topic].filter(fact => fact && fact !== index.words.unstated)
    const items = passages(hit)
    const others = items.splice(PLACES_SHOWN)
    return element("li", { class: "search-result" },
      element("h2", {}, element("a", { href: page.url }, ...marked(page.title, places.filter(({ block }) => block.id === "t0")))),
      element("p", { class: "search-facts" }, [...facts, say("places", { n: places.length })].join(" · ")),
      element("ul", {}, ...items),
      others.length ? element("details", {}, element("summary", {}, say("more_places", { n: others.length })), element("ul", {}, ...others)) : null)
  }

  /* Pages of the names that are just what was asked for. */
  function entries(query) {
    const asked = fold(query).trim()
    return index.names.filter(([page, ...names]) => page && names.some(name => fold(name) === asked)).map(([page, name]) =>
      element("p", { class: "search-entry" }, say("entry"), " ", element("a", { href: `${jianbao.root}${index.folder}${page}.html` }, name)))
  }

  /* Why there is nothing: the forms that were looked for, and each term alone. */
  async function nothing(query, terms) {
    const alone = terms.length > 1 ? await Promise.all(terms.map(async forms => {
      const [term] = forms.values()
      const { hits } = await search(term)
      return element("li", {}, hits.length ? say("term_some", { q: term, n: hits.length }) : say("term_none", { q: term }))
    })) : []
    return [element("p", {}, say("none", { q: query })), element("p", {}, say("tried", { q: terms.flatMap(forms => [...forms.values()]).join("、") })), element("ul", {}, ...alone)]
  }

  async function open(mount) {
    await start()
    const asked = new URLSearchParams(location.search)
    const input = element("input", { type: "search", name: "q", id: "search-query", placeholder: say("placeholder"), autocomplete: "off", spellcheck: "false", "aria-describedby": "search-hint" })
    const facets = Object.fromEntries(FACETS.map(name => [name, element("select", { name, id: "search-" + name })]))
    const status = element("p", { role: "status", class: "search-status" })
    const answer = element("div", { class: "search-answer" })
    const form = element("form", { role: "search", class: "search-form" },
      element("label", { for: input.id }, say("label")), input, element("p", { id: "search-hint" }, say("hint")),
      element("fieldset", { class: "search-facets" }, element("legend", {}, say("facets")),
        ...FACETS.map(name => element("label", {}, say(name), " ", facets[name]))))
    mount.replaceChildren(form, status, answer)
    input.value = asked.get("q") ?? ""

    const chosen = () => Object.fromEntries(FACETS.map(name => [name, facets[name].value]))
    const passes = (hit, picked, except) =>
      FACETS.every(name => name === except || !picked[name] || hit.page.facets[name].includes(picked[name]))

    /* Each facet's values among the hits that the other facets let through, with their numbers. */
    function offer(hits, picked) {
      for (const name of FACETS) {
        const counts = new Map()
        for (const hit of hits) if (passes(hit, picked, name))
          for (const value of hit.page.facets[name]) counts.set(value, (counts.get(value) ?? 0) + 1)
        if (picked[name] && !counts.has(picked[name])) counts.set(picked[name], 0)
        const values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        facets[name].replaceChildren(new Option(say("all"), ""),
          ...values.map(([value, n]) => new Option(`${index.kinds[value] ?? value} (${n})`, value, false, value === picked[name])))
      }
    }

    let latest = 0 // an answer that comes after a newer question is thrown away
    async function run(picked, limit) {
      const turn = ++latest
      const query = input.value.trim()
      remember(query, picked)
      if (query) status.textContent = say("searching")
      const { terms, hits, rest } = await search(query, limit)
      if (turn !== latest) return
      offer(hits, picked)
      const shown = hits.filter(hit => passes(hit, picked))
      const empty = query && !shown.length && !rest
      const forms = terms.flatMap(forms => [...forms.values()].slice(1))
      status.textContent = !query ? "" : empty ? say("none", { q: query })
        : say("found", { n: shown.length, m: shown.reduce((sum, hit) => sum + hit.places.length, 0) }) + (forms.length ? " · " + say("also", { q: forms.join("、") }) : "")
      const more = element("button", { type: "button" }, rest ? say("more_pages", { n: rest }) : "")
      more.onclick = () => run(chosen(), (limit ?? PAGES_AT_ONCE) * 4)
      answer.replaceChildren(...(query ? entries(query) : []), element("ol", { class: "search-results" }, ...shown.map(result)),
        ...(rest ? [more] : []), ...(empty ? (hits.length ? [element("p", {}, say("filtered"))] : await nothing(query, terms)) : []))
    }

    /* The address holds the question, so that it can be shared. */
    function remember(query, picked) {
      const parameters = new URLSearchParams(Object.entries({ q: query, ...picked }).filter(([, value]) => value))
      try { history.replaceState(null, "", "?" + parameters) } catch { /* a browser that forbids it on file:// */ }
    }

    const tell = error => { status.textContent = say("failed"); console.warn(error) }
    const go = () => run(chosen()).catch(tell)
    let pause
    input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(go, PAUSE) })
    form.addEventListener("change", event => { if (event.target !== input) go() })
    form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(pause); go() })
    mount.addEventListener("keydown", event => steer(event, input, answer))
    if (input.value) run(Object.fromEntries(FACETS.map(name => [name, asked.get(name) ?? ""]))).catch(tell)
    else { offer([], {}); input.focus() }
  }

  /* Down and up walk from the field through the results and back; Escape returns to the field. */
  function steer(event, input, answer) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === "Escape" && document.activeElement !== input) input.focus()
    if (!step || event.target.matches("select")) return
    const stops = [input, ...answer.querySelectorAll(".search-entry a, h2 a")]
    const here = stops.indexOf(document.activeElement)
    if (here < 0 || !stops[here + step]) return
    event.preventDefault()
    stops[here + step].focus()
  }

  jianbao.search = search
  const mount = document.getElementById("briefing-search")
  if (mount) open(mount).catch(error => console.warn(error))
}
