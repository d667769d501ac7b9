/* Data in pieces, each loaded when it is first needed. A page that is opened from a folder may fetch nothing but
   scripts, so a piece is a script that calls jianbao(name, data); its name is its path from the site's root. */
"use strict"
const jianbao = (() => {
  const pieces = new Map()

  function give(name, data) {
    pieces.get(name)?.resolve(data)
  }

  /* Promise of the data; asked for twice, loaded once. A piece that fails may be asked for again. */
  give.load = name => {
    if (!pieces.has(name)) {
      const piece = {}
      piece.promise = new Promise((resolve, reject) => Object.assign(piece, { resolve, reject }))
      pieces.set(name, piece)
      const script = document.createElement("script")
      script.src = give.root + name + ".js"
      script.onload = () => script.remove()
      script.onerror = () => { pieces.delete(name); script.remove(); piece.reject(new Error(name)) }
      document.head.append(script)
    }
    return pieces.get(name).promise
  }

  /* FNV-1a over UTF-16 units: which of some pieces has a key. jianbao/site/shards.py computes the same. */
  give.bucket = (key, size) => {
    let value = 0x811c9dc5
    for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193) >>> 0
    return value % size
  }

  /* The site's root, from where this file was loaded. */
  give.root = new URL("..", document.currentScript.src).href
  return give
})()
