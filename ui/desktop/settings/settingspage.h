#pragma once

#include "ui/desktop/shell/page.h"

#include <functional>

class QListWidget;
class QStackedWidget;

namespace keyway {

/// Settings: the list of its sections at the left, the one that was chosen beside it. A section is
/// made when it is first shown. Where nobody chose, the first one is shown.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);

    using Make = std::function<Page *(QWidget *parent)>;
    void addSection(const QString &id, const QString &title, const QString &icon, Make make);
    void showSection(const QString &id);
    QString currentSection() const;
    /// The section, made if need be; null for an id that was not added.
    Page *section(const QString &id);

    QListWidget *list() const { return m_list; }
    QWidget *firstFocus() const override;
    QList<QWidget *> regions() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Section {
        QString id;
        Make make;
        Page *page = nullptr;
    };
    void show(int row);
    Page *current() const;

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<Section> m_sections;
};

} // namespace keyway
