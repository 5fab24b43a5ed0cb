<#-- A first rationale page. The view is dev.annals.render.stub.StubView; every text in it is Markdown. -->
---
${page.key}: ${page.name}
owners: []            # who answers for it
tags: []
<#if page.stub>
status: stub          # remove this line when the page says why; until then it does not count as one
</#if>
# area: sales         # the subject area it is drawn and listed in
# reviewed: "${page.version}"      # the migration (or day) at which somebody last read this page: later changes are then reported
---

<#if page.why?has_content>
${page.why}
<#else>
<!-- Why it exists, in two or three sentences. Text between these marks is not shown. -->
</#if>
<#if page.source?has_content>

*Taken from ${page.source}.*
</#if>
<#if page.questions?has_content>

## Open questions

Answer them in your own words above, and delete them.

<#list page.questions as question>
- [ ] ${question}
</#list>
</#if>

## What is known

Written by `annals init`; keep what helps to understand, delete the rest: the site shows all of it anyway.
<#if page.comment?has_content>

The comment in the database:

<#list page.comment as line>
> ${line}
</#list>
</#if>
<#if page.story?has_content>

<#list page.story as chapter>
- ${chapter.line}
<#if chapter.said?has_content>

<#list chapter.said as line>
  > ${line}
</#list>
</#if>
</#list>
<#if (page.more > 0)>
- and ${page.more} further migration<#if page.more != 1>s</#if>
</#if>
</#if>
<#if page.neighbours?has_content>

Neighbours:

<#list page.neighbours as neighbour>
- ${neighbour}
</#list>
</#if>
<#if page.columns?has_content>

## Columns
<#list page.columns as column>

### ${column.name}
${column.text}
</#list>
</#if>
