#pragma once

#include "tests/ui/settings/fakeaccount.h"
#include "ui/desktop/settings/accountcontroller.h"
#include "ui/desktop/settings/accountpage.h"
#include "ui/desktop/settings/settinggroup.h"
#include "ui/widgets/keyfield.h"

#include <QtTest/QTest>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <memory>

namespace keyway {

/// A window with the page in it, and what plays the account.
struct Bench {
    explicit Bench(const SyncStatus &status = sample::synced(), QSize size = {1068, 738})
    {
        backend.now = status;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        page = new AccountPage(&window);
        row->addWidget(page);
        window.resize(size);
        window.show();
        window.activateWindow();
        controller = std::make_unique<AccountController>(page, &backend, &sample::syncNow);
        controller->start();
    }
    QPushButton *button(const QString &name, QWidget *in = nullptr) const
    {
        for (auto *known : (in ? in : page)->findChildren<QPushButton *>()) {
            const QString its
                = known->accessibleName().isEmpty() ? known->text() : known->accessibleName();
            if (its == name && known->isVisible())
                return known;
        }
        return nullptr;
    }
    template <class Dialog> Dialog *dialog() const { return page->findChild<Dialog *>(); }
    QStringList computers() const
    {
        QStringList titles;
        for (const SettingRow *row : page->computers()->rows()) {
            if (row->isVisible())
                titles += row->title();
        }
        return titles;
    }

    FakeAccount backend;
    QWidget window;
    AccountPage *page;
    std::unique_ptr<AccountController> controller;
};

inline void write(KeyField *field, const QString &text)
{
    field->edit()->setFocus();
    QTest::keyClicks(field->edit(), text);
}

inline void press(QWidget *widget)
{
    QVERIFY(widget);
    QVERIFY(widget->isEnabled());
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_Space);
}

} // namespace keyway
