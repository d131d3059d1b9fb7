#pragma once

#include "tests/ui/usage/fakeusage.h"
#include "ui/desktop/usage/usagecontroller.h"
#include "ui/desktop/usage/usagepage.h"

#include <QtTest/QTest>

#include <functional>
#include <memory>

namespace keyway {

/// Usage & Costs in sight, on records in memory.
class UsageFixture {
public:
    /// `before` may change what there is.
    explicit UsageFixture(const std::function<void(FakeUsage &)> &before = {},
                          const QSize &size = {1068, 738})
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        if (before)
            before(backend);
        controller = std::make_unique<UsageController>(&page, &backend);
        controller->setDelay(0);
        page.resize(size);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("the page does not come into sight");
        controller->start();
    }

    QAction *action(const QString &keys) const
    {
        for (QAction *action : page.actions()) {
            if (action->shortcut() == QKeySequence(keys))
                return action;
        }
        return nullptr;
    }

    FakeUsage backend;
    UsagePage page;
    std::unique_ptr<UsageController> controller;
};

} // namespace keyway
