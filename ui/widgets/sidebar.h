#pragma once

#include "ui/theme/token.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QColor;
class QHBoxLayout;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace keyway {

class ElidedLabel;

/// The list of pages, 212 px wide with words or 56 px with icons alone, and the button of the menu.
class Sidebar : public QWidget {
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    /// Pages of one group stand together in the order they were added, below the group's name;
    /// those without a group come first.
    void addPage(const QString &id, const QString &title, const QString &icon,
                 const QString &group);
    /// At the lower end, whatever the height.
    void addFootPage(const QString &id, const QString &title, const QString &icon);
    void setCurrent(const QString &id);
    /// A number beside the page, a dot in the rail; 0 for none.
    void setBadge(const QString &id, int count);

    bool isRail() const { return m_rail; }
    void setRail(bool rail);
    void setMenuButtonVisible(bool visible);
    /// White on ink in both themes, for administrators, with a badge beside the name, which is
    /// taken over.
    void setInk(QWidget *badge);
    /// Takes the widget over; it stands below the pages.
    void setFoot(QWidget *foot);
    /// A token of the theme, or what stands in its place on ink.
    QColor color(Token token) const;
    /// Where the menu opens: its button, or the logo in the rail.
    QWidget *menuAnchor() const;
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void pageChosen(const QString &id);
    void menuRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void placeFoot();
    void addItem(int row, const QString &id, const QString &title, const QString &icon,
                 const QString &group);

    QHBoxLayout *m_head;
    QToolButton *m_logo;
    ElidedLabel *m_name;
    QToolButton *m_menu;
    QListWidget *m_list;
    QWidget *m_badge = nullptr; ///< on ink
    QHash<QString, QListWidgetItem *> m_items;
    QListWidgetItem *m_space = nullptr; ///< between the pages and those at the lower end
    bool m_rail = false;
    bool m_menuButton = true;
};

} // namespace keyway
