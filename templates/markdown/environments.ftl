<#import "_page.ftl" as a>
<@a.page>
# Environments

<#list environments as e>
## ${e.name}

<#if e.problem?has_content>
${e.problem}

<#else>
<#if e.untracked>What has run there cannot be told. It is on ${e.engine}.<#else><#if e.version?has_content>At migration **${e.version}**<#else>No migration is recorded there</#if>, on ${e.engine}. <#if e.pending?has_content>${e.pending?size} pending: <#list e.pending as p>${code(p)}<#sep>, </#list>.<#else>Nothing is pending.</#if></#if>

### Drift

<#list e.drift as d>
-   ${link(d)}
<#else>
Its schema is what its migrations give.
</#list>

<#list e.notes as n>
-   ${n}
</#list>

<#if e.applied?has_content>
| Version | Description | On | By | Took | State |
| --- | --- | --- | --- | --- | --- |
<#list e.applied as r>
| ${r.version()} | ${r.description()} | ${r.on()} | ${r.by()} | ${r.millis()} ms | ${r.state().label()} |
</#list>

</#if>
</#if>
<#else>
No environment is named. Name one under `environments:` in `annals.yml`, and this page tells which version it has, what is pending there, and where it differs from its migrations.
</#list>
</@a.page>
