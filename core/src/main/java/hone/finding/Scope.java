package hone.finding;

import hone.analysis.SourceTree;
import hone.service.Service;
import hone.standard.Standards;

/// What the profiles are judged against.
record Scope(
    Service service,
    Standards standards,
    Circumstances circumstances,
    SourceTree tree,
    RuleTable rules) {}
