/* What a page gains when scripts run: popovers on names and notes, the reader's choice of size, face and palette, an
   edition switch that keeps the paragraph, and a glossary that sorts. Without it everything can be read and every link
   works.
   Data and words: jianbao/site/cards.py. Nothing is put on the page but by textContent. */
"use strict"
{
  const root = document.documentElement
  const locale = root.lang.toLowerCase()
  const FOLDER = "assets/cards/" + locale + "/"
  const CARD_FILES = 64 // as in cards.py
  const NAME = /\/(?:people|orgs|places|events|documents|concepts|works)\/([^/]+)\.html$/
  const REST = 400 // milliseconds without scrolling after which a paragraph counts as being read
  const DELAY = 150 // milliseconds that the pointer rests on a link before its popover opens

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...children)
    return made
  }

  // ---- popovers --------------------------------------------------------------------------------------------------

  const box = element("div", { role: "tooltip", id: "reader-popover", class: "reader-popover", hidden: "" })
  let owner = null // the link that the popover belongs to
  let timer = 0

  function hide() {
    clearTimeout(timer)
    owner?.removeAttribute("aria-describedby")
    owner = null
    box.hidden = true
  }

  async function show(link) {
    if (owner === link) return
    hide()
    owner = link
    const content = await (link.matches(".footnote-ref") ? note(link) : card(link)).catch(() => null)
    if (owner !== link) return
    if (!content) { owner = null; return }
    box.replaceChildren(...content)
    box.hidden = false
    link.setAttribute("aria-describedby", box.id)
    place(link)
  }

  /* Below the link's first line, or above it where there is no room; never outside the window. */
  function place(link) {
    const at = link.getClientRects()[0]
    const { width, height } = box.getBoundingClientRect()
    const left = Math.max(8, Math.min(at.left, root.clientWidth - width - 8))
    const top = at.bottom + height + 8 < innerHeight || at.top < height + 8 ? at.bottom + 4 : at.top - height - 4
    box.style.left = left + scrollX + "px"
    box.style.top = top + scrollY + "px"
  }

  async function note(link) {
    const item = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!item) return null
    const copy = item.cloneNode(true)
    for (const back of copy.querySelectorAll(".footnote-backref")) back.remove()
    return [element("p", {}, copy.textContent.trim())]
  }

  async function card(link) {
    const id = decodeURIComponent(link.pathname.match(NAME)[1])
    const found = (await jianbao.load(FOLDER + jianbao.bucket(id, CARD_FILES)))[id]
    if (!found) return null
    const [name, kind, forms, description, count, last] = found
    const parts = [element("p", { class: "reader-popover__name" }, name, " ", element("small", {}, kind))]
    if (forms.length) parts.push(element("p", {}, forms.join("、")))
    if (description) parts.push(element("p", {}, description))
    parts.push(element("p", { class: "reader-popover__count" }, count))
    parts.push(element("ul", {}, ...last.map(title => element("li", {}, title))))
    return parts
  }

  const pops = target => target.closest?.("a") && isPop(target.closest("a")) ? target.closest("a") : null
  const isPop = link => link.closest("article") && (link.matches(".footnote-ref") || (NAME.test(link.pathname) && link.host === location.host && !link.closest(".briefing-nav")))

  function popovers() {
    document.body.append(box)
    document.addEventListener("focusin", event => { const link = pops(event.target); if (link?.matches(":focus-visible")) show(link) })
    document.addEventListener("focusout", hide)
    document.addEventListener("pointerover", event => {
      if (event.pointerType === "touch" || box.contains(event.target)) return clearTimeout(timer)
      const link = pops(event.target)
      clearTimeout(timer)
      if (link) timer = setTimeout(show, DELAY, link)
      else if (owner && owner !== document.activeElement) timer = setTimeout(hide, DELAY * 2)
    })
    document.addEventListener("keydown", event => { if (event.key === "Escape") hide() })
  }

  // ---- preferences -----------------------------------------------------------------------------------------------

  const CHOICES = { size: ["s", "m", "l", "xl"], face: ["song", "hei"], palette: ["auto", "light", "dark"] }
  const USUAL = { size: "m", face: "song", palette: "auto" }

  /* A browser may forbid localStorage (private windows, file://): then a choice lasts for the page. */
  function kept(name) {
    try { return CHOICES[name].find(value => value === localStorage.getItem("jianbao." + name)) ?? USUAL[name] } catch { return USUAL[name] }
  }
  function keep(name, value) {
    try { localStorage.setItem("jianbao." + name, value) } catch { /* as said above */ }
  }

  const night = matchMedia("(prefers-color-scheme: dark)")
  function apply(name, value) {
    root.dataset[name] = value
    if (name === "palette") document.body.dataset.mdColorScheme = value === "dark" || (value === "auto" && night.matches) ? "slate" : "default"
  }

  async function preferences() {
    const words = await jianbao.load(FOLDER + "words")
    const groups = Object.entries(CHOICES).map(([name, values]) => element("fieldset", {},
      element("legend", {}, words[name]),
      ...values.map(value => {
        const input = element("input", { type: "radio", name: "reader-" + name, value })
        input.checked = kept(name) === value
        input.onchange = () => { keep(name, value); apply(name, value) }
        return element("label", {}, input, " ", words[name + "_" + value])
      })))
    const panel = element("details", { class: "reader-preferences" },
      element("summary", { title: words.preferences, "aria-label": words.preferences }, words.preferences_short),
      element("div", { class: "reader-preferences__panel" }, ...groups))
    panel.addEventListener("keydown", event => { if (event.key === "Escape") { panel.open = false; panel.firstChild.focus() } })
    document.addEventListener("pointerdown", event => { if (!panel.contains(event.target)) panel.open = false })
    const slot = document.getElementById("reader-preferences") ?? document.querySelector(".md-header__inner")
    slot?.append(panel)
  }

  // ---- editions --------------------------------------------------------------------------------------------------

  /* The other editions open at the paragraph that was last read: the one at the top when the page came to rest. On the
     way up to the switch, which stands in the header, the page passes others; and at the top nothing is being read. */
  function editions() {
    let here = location.hash
    let rest = 0
    addEventListener("scroll", () => {
      clearTimeout(rest)
      rest = setTimeout(() => {
        if (scrollY < innerHeight / 4) return
        const blocks = [...document.querySelectorAll("article [id]")].filter(({ id }) => /^[pn]\d+$/.test(id))
        here = "#" + (blocks.findLast(block => block.getBoundingClientRect().top < innerHeight / 3)?.id ?? "")
      }, REST)
    }, { passive: true })
    const keepPlace = event => {
      const link = event.target.closest?.("a[hreflang]")
      if (link) Object.assign(link, { search: location.search, hash: here })
    }
    document.addEventListener("click", keepPlace, true)
    document.addEventListener("auxclick", keepPlace, true)
  }

  // ---- glossary --------------------------------------------------------------------------------------------------

  /* The heads of the columns become buttons: one way, the other way, and back to the groups that the page came with. */
  function glossary() {
    const table = document.querySelector(".glossary table")
    if (!table) return
    const groups = [...table.tBodies]
    const rows = groups.flatMap(group => [...group.rows].filter(row => !row.matches(".group")))
    const homes = rows.map(row => row.parentElement)
    const hidden = [...groups, document.querySelector(".glossary .jump")].filter(Boolean)
    const sorted = table.appendChild(element("tbody", { hidden: "" }))
    const heads = [...table.tHead.rows[0].cells]
    const last = heads.length - 1
    const han = new Intl.Collator(locale.startsWith("zh-hans") ? "zh-Hans-u-co-pinyin" : "zh-Hant-u-co-stroke", { numeric: true }).compare
    const latin = new Intl.Collator("en", { numeric: true }).compare
    const number = (a, b) => a - b

    /* The name is what the page came sorted by, in the edition's own order. Rows without the form asked for end the table. */
    function sort(column, way) {
      const value = new Map(rows.map((row, place) => [row, column ? row.cells[column].textContent.trim() : place]))
      const compare = column === 0 || column === last ? number : column === last - 1 ? latin : han
      const lacks = row => value.get(row) === ""
      sorted.append(...[...rows].sort((a, b) => lacks(a) - lacks(b) || way * compare(value.get(a), value.get(b))))
    }

    function turn(column) {
      const ways = column === last ? ["descending", "ascending", "none"] : ["ascending", "descending", "none"]
      const way = ways[(ways.indexOf(heads[column].getAttribute("aria-sort")) + 1) % ways.length]
      for (const head of heads) head.setAttribute("aria-sort", head === heads[column] ? way : "none")
      if (way === "none") rows.forEach((row, place) => homes[place].append(row))
      else sort(column, way === "ascending" ? 1 : -1)
      sorted.hidden = way === "none"
      for (const part of hidden) part.hidden = way !== "none"
    }

    heads.forEach((head, column) => {
      const button = element("button", { type: "button" }, ...head.childNodes)
      button.onclick = () => turn(column)
      head.setAttribute("aria-sort", "none")
      head.append(button)
    })
  }

  for (const name of Object.keys(CHOICES)) apply(name, kept(name))
  night.addEventListener("change", () => apply("palette", kept("palette")))
  popovers()
  editions()
  glossary()
  preferences().catch(error => console.warn(error))
}
