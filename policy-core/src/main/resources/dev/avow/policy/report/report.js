
'use strict';
// Shows the findings that fit the form. The choice stands behind the # of the address, so that it can be passed on.
(() => {
  const form = document.getElementById('filters');
  if (!form) return;
  const all = [...document.querySelectorAll('main article')].map((article) => ({
    article,
    rule: article.closest('section').dataset.rule,
    text: article.textContent.toLowerCase(),
  }));
  const sections = [...document.querySelectorAll('main section')];
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];

  const chosen = (name) => new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));

  function show() {
    const severities = chosen('severity');
    const rulings = chosen('ruling');
    const rule = form.elements.rule.value;
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const each of all) {
      const fits = severities.has(each.article.dataset.severity)
        && rulings.has(each.article.dataset.ruling)
        && (!rule || rule === each.rule)
        && words.every((word) => each.text.includes(word) || each.rule.includes(word));
      each.article.hidden = !fits;
      if (fits) shown++;
    }
    for (const section of sections) section.hidden = !section.querySelector('article:not([hidden])');
    form.querySelector('output').textContent = `${shown} of ${all.length} findings shown`;
  }

  function remember() {
    const state = new URLSearchParams();
    for (const box of boxes) if (!box.checked) state.append('without', box.name + ' ' + box.value);
    if (form.elements.rule.value) state.set('rule', form.elements.rule.value);
    if (form.elements.text.value) state.set('text', form.elements.text.value);
    history.replaceState(null, '', '#' + state);
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    const without = new Set(state.getAll('without'));
    for (const box of boxes) box.checked = !without.has(box.name + ' ' + box.value);
    form.elements.rule.value = state.get('rule') || '';
    form.elements.text.value = state.get('text') || '';
    show();
  }

  form.addEventListener('input', () => { remember(); show(); });
  form.addEventListener('reset', () => setTimeout(() => { remember(); show(); }));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', recall);
  form.hidden = false;
  recall();
})();
