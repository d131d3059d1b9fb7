#pragma once

#include <QtCore/QMap>
#include <QtWidgets/QWidget>

#include <functional>

class QKeySequence;

namespace keyway {

class PageHeader;

/// One page of the window. It is made when it is first shown and lives as long as the window.
class Page : public QWidget {
    Q_OBJECT
public:
    enum class Menu { File, Edit, View, Service };

    explicit Page(QWidget *parent = nullptr);

    /// An action that is in this menu of the window, and whose shortcut works, while the page is
    /// shown. Conventions: Ctrl+N the blue button, F5 asks outside again, Ctrl+E exports, Ctrl+F
    /// filters, Del removes.
    void addMenuAction(Menu menu, QAction *action);
    /// A new one, a child of the page, for which `act` is called.
    QAction *addMenuAction(Menu menu, const QString &text, const QKeySequence &keys,
                           const std::function<void()> &act);
    QList<QAction *> menuActions(Menu menu) const { return m_actions.value(menu); }

    /// Has the focus when the page is opened for the first time.
    virtual QWidget *firstFocus() const { return nullptr; }
    /// What F6 goes through between the sidebar and the status bar; header and content by default.
    virtual QList<QWidget *> regions() const;

    /// The place of the window's banner. setParts() puts it below the header; a page with another
    /// layout puts it where it fits.
    QWidget *bannerSlot() const { return m_bannerSlot; }
    /// The banner shows a filled button, or no longer does: a page has only one at a time.
    virtual void setPrimaryFilled(bool filled);

protected:
    /// The usual page: header, banner, content with its own margins. Takes both over.
    void setParts(PageHeader *header, QWidget *content);
    PageHeader *header() const { return m_header; }
    /// 24 px, 20 in a narrow window.
    int margin() const;

private:
    QMap<Menu, QList<QAction *>> m_actions;
    QWidget *m_bannerSlot;
    PageHeader *m_header = nullptr;
    QWidget *m_content = nullptr;
};

} // namespace keyway
